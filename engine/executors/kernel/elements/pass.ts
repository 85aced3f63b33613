/** An element that only marks the way: recorded, and passed at once. */
import type { Behaviour } from '../behaviour.ts'

export const pass: Behaviour = { activate: () => ({ kind: 'pass' }) }
