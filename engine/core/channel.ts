/** How an application reaches the agency: from the citizen's own hand, over a desk here or at a mission abroad, or from another system. */
export const CHANNELS = ['portal', 'counter', 'api', 'mission'] as const
export type Channel = (typeof CHANNELS)[number]
