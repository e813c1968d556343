/** The page of a request that came no further than the door. */
export const bare = { title: 'That did not work', back: 'Back to the start' };
