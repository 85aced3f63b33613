/** What a drawing says of a step a person does: the form, who may do it, by when and how urgent it is. */
import type { FeelExpression } from './feel/feel.ts'

export interface UserTaskDefinition {
  /** Form id within the package. */
  readonly form?: string
  readonly assignee?: FeelExpression
  readonly candidateGroups?: FeelExpression
  readonly candidateUsers?: FeelExpression
  readonly dueDate?: FeelExpression
  readonly followUpDate?: FeelExpression
  /** 0 to 100, default 50. */
  readonly priority?: FeelExpression
  /** masar:fourEyes: ids of user tasks whose completer may not complete this one. */
  readonly fourEyes: readonly string[]
}
