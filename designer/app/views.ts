/** The views of a draft, in the order of their tabs: one line each, loaded when somebody opens it. */
import type { ComponentType } from 'preact'
import type { Findings } from '../check/findings.ts'
import type { DraftSession } from '../draft/session.ts'
import type { Text } from '../../engine/core/text.ts'

export interface ViewProps {
  readonly session: DraftSession
  /** The rest of the address: which file, which element. */
  readonly at: readonly string[]
  /** To another view, or to another place in this one. */
  readonly go: (view: string, ...at: readonly string[]) => void
  readonly findings: Findings
}

export interface View {
  readonly id: string
  readonly title: Text
  readonly load: () => Promise<{ readonly default: ComponentType<ViewProps> }>
}

export const VIEWS: readonly View[] = [
  {
    id: 'procedure',
    title: { ar: 'الإجراء', en: 'Procedure' },
    load: () => import('../procedure/procedure.tsx'),
  },
  { id: 'forms', title: { ar: 'النماذج', en: 'Forms' }, load: () => import('../forms/forms.tsx') },
  { id: 'decisions', title: { ar: 'القرارات', en: 'Decisions' }, load: () => import('../decisions/decisions.tsx') },
  { id: 'documents', title: { ar: 'الوثائق', en: 'Papers' }, load: () => import('../documents/documents.tsx') },
  { id: 'policy', title: { ar: 'السياسة', en: 'Policy' }, load: () => import('../policy/policy.tsx') },
  { id: 'trial', title: { ar: 'التجربة', en: 'Try it' }, load: () => import('../trial/trial.tsx') },
  { id: 'findings', title: { ar: 'الملاحظات', en: 'Findings' }, load: () => import('../check/panel.tsx') },
  { id: 'publish', title: { ar: 'النشر', en: 'Publish' }, load: () => import('../publish/publish.tsx') },
  { id: 'files', title: { ar: 'الملفات', en: 'Files' }, load: () => import('../workspace/files.tsx') },
]
