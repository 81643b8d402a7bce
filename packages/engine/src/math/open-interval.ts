/** The ends of what a uniform of 53 bits can reach in the open interval (0, 1): 2 to the power of -53, and one less that. */
export const leastUniform: number = 1 / 9007199254740992;
export const mostUniform: number = 1 - leastUniform;
