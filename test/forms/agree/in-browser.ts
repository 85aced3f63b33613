/** The engine as a browser runs it: Ajv, FEEL and Handlebars too. */
import { outcomeOf, type Task } from './outcome.ts'

export function outcomes(sent: string): string {
  const tasks: readonly Task[] = JSON.parse(sent)
  return JSON.stringify(tasks.map(outcomeOf))
}
