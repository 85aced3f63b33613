/**
 * The rules for bpmnlint, so that a modeller shows while one draws what deployment would refuse.
 *
 * They are values with a language, given to its linter by a resolver of one's own; a .bpmnlintrc can only name files of a
 * package called bpmnlint-plugin-…, and there is none.
 *
 * Each rule looks at the whole drawing, as at deployment, when the linter comes to its root; what the package would answer
 * for (forms, decisions, roles) is left open.
 */
import type { Finding } from '../problem.ts'
import { diagramOf } from './diagram.ts'
import type { ModdleElement } from './element.ts'
import { runRule, type Rule } from './rules/rule.ts'
import { RULES } from './rules/table.ts'

/** Where bpmnlint wants a finding: the id of the element, and the sentence. */
interface Reporter {
  report(id: string, message: string): void
}

type LintRule = () => { check(node: ModdleElement, reporter: Reporter): void }

export type Language = 'ar' | 'en'

export interface LintPlugin {
  readonly rules: Readonly<Record<string, LintRule>>
  readonly configs: { readonly all: { readonly rules: Readonly<Record<string, 'error'>> } }
}

export const lintPlugin = (language: Language): LintPlugin => ({
  rules: Object.fromEntries(RULES.map((rule) => [rule.name, lintRule(rule, language)])),
  configs: { all: { rules: Object.fromEntries(RULES.map(({ name }) => [`masar/${name}`, 'error' as const])) } },
})

const lintRule =
  (rule: Rule, language: Language): LintRule =>
  () => ({
    check(node, reporter) {
      if (node.$type !== 'bpmn:Definitions') return
      for (const finding of runRule(rule, diagramOf('', node)))
        reporter.report(finding.place ?? node.id ?? '', sentence(finding, language))
    },
  })

const sentence = (
  { message, messageAr = message, remedy = '', remedyAr = remedy }: Finding,
  language: Language,
): string => (language === 'ar' ? `${messageAr}. ${remedyAr}` : `${message}. ${remedy}`)
