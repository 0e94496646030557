/** Of values that would not be the same ones within another file. */
export const valuesRefused =
  'The values cannot stand in this form without a change. Use the values file itself.';
