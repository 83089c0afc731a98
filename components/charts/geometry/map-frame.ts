/** Degrees around the whole border, so that the frame does not move with the data. */
export const FRAME = { west: 60.3, east: 75.1, south: 28.6, north: 37.6 } as const;

const MEAN_LATITUDE = (FRAME.south + FRAME.north) / 2;

/** Width over height of the map: an equirectangular drawing, true to scale on the middle parallel. */
export const ASPECT = ((FRAME.east - FRAME.west) * Math.cos((MEAN_LATITUDE * Math.PI) / 180)) / (FRAME.north - FRAME.south);

/**
 * Below this width of its box, in px, the map shows its eastern part only, larger: the whole is `scale` boxes wide and begins `shift` of
 * its own width outside. components/charts/drawing.css repeats the three numbers; a test holds the two together.
 */
export const CROP = { below: 640, scale: 1.36, shift: 0.2 } as const;

/** Px that a map is wide at most; drawing.css says the same. */
export const MOST_WIDE = 1100;

/** Fraction of the map's width, 0 in the west. */
export function acrossOf(longitude: number): number {
  return (longitude - FRAME.west) / (FRAME.east - FRAME.west);
}

/** Fraction of the map's height, 0 in the north. */
export function downOf(latitude: number): number {
  return (FRAME.north - latitude) / (FRAME.north - FRAME.south);
}

export function isInFrame({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }): boolean {
  return longitude >= FRAME.west && longitude <= FRAME.east && latitude >= FRAME.south && latitude <= FRAME.north;
}
