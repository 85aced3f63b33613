/** The rules as a page for analysts, in both languages: workflows/rules.md. */
import { RULES } from './table.ts'

const HEAD = `# ما يُطلب من كل رسم · What is asked of every drawing

\`masar check\` holds a drawing against these rules, and so do deployment and a modeller whose bpmnlint is given them in code (\`engine/core/bpmn/lint.ts\`). A finding names its rule, the
file, the element and what to do. · يقيس \`masar check\` كل رسم بهذه القواعد، وكذلك النشر وكل أداة رسم تُمرَّر إليها القواعد برمجيًا مع bpmnlint، ويذكر كل تنبيه قاعدته والملف والعنصر وما العمل.

| Rule · القاعدة | | |
|---|---|---|
`

export const rulesPage = (): string =>
  `${HEAD}${RULES.map(({ name, says }) => `| \`bpmn/${name}\` | ${says.en} | ${says.ar} |`).join('\n')}\n`
