/**
 * What one evaluation may spend, so that no expression an author or citizen can cause stops the process.
 *
 * Steps are charged where work repeats: once per iteration by the size of what is repeated, once per call by the size of what it touches.
 * A step is worth at most about 2.5 microseconds on a slow machine, which keeps the default of 200,000 under 500 ms.
 */
import { Failure } from './failure.ts'

export interface FeelLimits {
  readonly steps: number
  /** Bytes of strings, lists and contexts produced on the way, kept or not. */
  readonly bytes: number
  readonly listLength: number
  readonly stringLength: number
  /** Levels of lists and contexts inside one another, in any value that is walked or returned. */
  readonly nesting: number
  /** Levels of constructs active at once through calls of functions written in FEEL. */
  readonly stack: number
}

export interface FeelBudget extends Partial<FeelLimits> {
  /** Told once how many steps were taken, however it ended. */
  readonly spent?: (steps: number) => void
}

export const defaultLimits: FeelLimits = {
  steps: 200_000,
  bytes: 5_000_000,
  listLength: 100_000,
  stringLength: 1_000_000,
  nesting: 64,
  stack: 1_500,
}

const slotBytes = 8
const charBytes = 2
const entryBytes = 32

export class Meter {
  readonly limits: FeelLimits
  private stepsLeft: number
  private bytesLeft: number
  private stackLeft: number

  constructor(limits: FeelLimits) {
    this.limits = limits
    this.stepsLeft = limits.steps
    this.bytesLeft = limits.bytes
    this.stackLeft = limits.stack
  }

  /** Steps taken so far. */
  get used(): number {
    return Math.min(this.limits.steps, this.limits.steps - this.stepsLeft)
  }

  charge(steps: number): void {
    this.stepsLeft -= steps
    if (this.stepsLeft < 0) throw exceeded(`${count(this.limits.steps)} steps of work`, 'the expression needs more')
  }

  produce(bytes: number): void {
    this.bytesLeft -= bytes
    if (this.bytesLeft < 0) throw exceeded(`${count(this.limits.bytes)} bytes of data`, 'the expression produces more')
  }

  /** Passes a new string through, paid for. */
  text(text: string): string {
    this.textOf(text.length)
    return text
  }

  /** Pays for a string before it is built. */
  textOf(length: number): void {
    if (length > this.limits.stringLength)
      throw exceeded(`${count(this.limits.stringLength)} characters in a string`, `the string has ${count(length)}`)
    this.charge(length >> 8)
    this.produce(length * charBytes)
  }

  /** Pays for a list before it is built. */
  listOf(length: number): void {
    if (length > this.limits.listLength)
      throw exceeded(`${count(this.limits.listLength)} items in a list`, `the list has ${count(length)}`)
    this.charge(length >> 3)
    this.produce(length * slotBytes)
  }

  /** Pays for one more item of a list that has `length` already. */
  item(length: number): void {
    if (length >= this.limits.listLength)
      throw exceeded(`${count(this.limits.listLength)} items in a list`, 'the list has more')
    this.produce(slotBytes)
  }

  entry(key: string): void {
    this.produce(entryBytes + key.length * charBytes)
  }

  enter(levels: number): void {
    this.stackLeft -= levels
    if (this.stackLeft < 0) throw exceeded('a shallow recursion', 'functions call each other too deeply')
  }

  leave(levels: number): void {
    this.stackLeft += levels
  }

  /** Refuses data that is nested deeper than any reader has to follow. */
  level(depth: number): void {
    if (depth > this.limits.nesting)
      throw exceeded(`${count(this.limits.nesting)} levels of lists and contexts`, 'the data is nested deeper')
  }
}

function exceeded(most: string, but: string): Failure {
  return new Failure('limit', `Expected at most ${most}, but ${but}`)
}

function count(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 0 })
}
