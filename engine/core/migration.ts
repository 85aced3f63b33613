/**
 * How running applications go over to another version of their procedure: which element takes whose place, and what is
 * renewed on the way.
 *
 * What is not named takes the place of what has the same id. What is defined alike in both versions goes on untouched;
 * what is defined otherwise is renewed. A timer that runs keeps its time, whatever the other version says of it, unless
 * it is asked for anew.
 */
export interface Migration {
  /**
   * Element or flow of the present version -> its place in the other one; "" = nothing takes its place. Names of a called
   * process are written "process/element".
   */
  readonly mapping: Readonly<Record<string, string>>
  /** renew: timers that go on are computed anew, from the moment of the migration. */
  readonly timers: 'keep' | 'renew'
  /** keep: jobs that are open stay as they went out, type, headers and variables. */
  readonly jobs: 'renew' | 'keep'
  /** follow: a called process goes over to the version its call activity calls now. keep: it stays on its own to its end. */
  readonly called: 'follow' | 'keep'
}

export const PLAIN_MIGRATION: Migration = { mapping: {}, timers: 'keep', jobs: 'renew', called: 'follow' }
