/**
 * The window the geometry is cut to, degrees: the district (41.8–61.7 E, 49.8–61.7 N) with room for
 * a wide screen around it. It keeps the files small and the Arctic islands of Arkhangelsk out.
 */
export const BOX = { west: 38, south: 47.5, east: 66, north: 64.5 };
