/** How deep an injection goes, from the skin down. */
export const planes = ['intradermal', 'subcutaneous', 'intramuscular', 'supraperiosteal'] as const;
export type Plane = (typeof planes)[number];

export const planeWords: Record<Plane, string> = {
  intradermal: 'Into the skin (intradermal)',
  subcutaneous: 'Under the skin (subcutaneous)',
  intramuscular: 'Into the muscle (intramuscular)',
  supraperiosteal: 'Onto the bone (supraperiosteal)',
};
