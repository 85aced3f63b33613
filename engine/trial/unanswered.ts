/** A register was asked something the scenario has no answer to: the application stands still until somebody gives one. */
import type { JsonObject } from '../core/json.ts'

const BEGINNING = 'Expected the test to say what '

export const unansweredReason = (service: string, input: JsonObject): string =>
  `${BEGINNING}${service} answers to ${JSON.stringify(input)}; add it to "given.bus"`

/** @param message of the incident, which says the reason and more */
export const isUnanswered = (message: string): boolean => message.includes(BEGINNING)
