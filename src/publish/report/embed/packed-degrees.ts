/** Positions in base64: longitude and latitude as 32-bit whole numbers of 1e-6° (0.1 m), the low byte first. */
export function packedDegrees(positions: readonly (readonly [lng: number, lat: number])[]): string {
  const bytes = new DataView(new ArrayBuffer(positions.length * 8));
  positions.forEach(([lng, lat], index) => {
    bytes.setInt32(index * 8, micro(lng), true);
    bytes.setInt32(index * 8 + 4, micro(lat), true);
  });
  return Buffer.from(bytes.buffer).toString('base64');
}

/** What is written beyond 360° stays at the edge: a mistake shows, and does not wrap round into the city. */
function micro(degrees: number): number {
  return Math.round(Math.max(-360, Math.min(360, degrees)) * 1e6);
}
