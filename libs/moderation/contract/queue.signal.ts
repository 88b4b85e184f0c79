/** The room of all who look at the queue, and what is said in it: look at the queue again. Pages listen to exactly this. */
export const QUEUE = { kind: 'queue', id: 'all' } as const;
