declare global {
  namespace App {
    interface Error {
      message: string;
      /** File that could not be read, where that is known. */
      where?: string;
    }
  }
}

export {};
