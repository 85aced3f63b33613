/** Two pairs of eyes stay two: who completed a task is known under the name of what takes its place. */
import type { Library } from '../../../../core/program.ts'
import { completersOf } from '../completers.ts'
import { against, type Rule } from './rule.ts'

export const completers =
  (library: Library): Rule =>
  (plan) =>
    completersOf(plan, library).lost.map(({ task, reason }) => against('four-eyes', task, reason, remedy(task)))

const remedy = (task: string) => ({
  en: `Name the task that takes its place: ${task}=<task>; or say that it no longer counts: ${task}=`,
  ar: `حدّد المهمة التي تحل محلها: ${task}=<task>، أو قل إنها لم تعد معتبرة: ${task}=`,
})
