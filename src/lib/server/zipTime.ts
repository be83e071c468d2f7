/** Time of every entry of an archive, the earliest ZIP knows: files without a clock in them are the same in every build. */
export const ZIP_TIME = new Date(1980, 0, 1);
