/** What stands in the way of a pathway: the index of a constraint that is missing, or one of these. */
export const obstacle = { none: -1, noPathway: -2, tooLarge: -3 } as const;
