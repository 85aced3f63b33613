import { expect, test } from 'vitest'
import { NO_FINDINGS } from '../../designer/check/findings.ts'
import type { DraftSession } from '../../designer/draft/session.ts'
import { editingOf } from '../../designer/policy/page-editing.tsx'
import { readTitlePage, TITLE_PAGE } from '../../designer/policy/title-page.ts'

const LABEL = { ar: 'السياسة', en: 'Policy' }

test('two fields that are typed in before the page is drawn again both stay', () => {
  let files: ReadonlyMap<string, string> = new Map([[TITLE_PAGE, '{\n  "id": "moj.one",\n  "version": "1.0.0"\n}\n']])
  const session = {
    get files() {
      return files
    },
    saving: { kind: 'saved' },
    change: (_label: unknown, changes: ReadonlyMap<string, string>) => void (files = new Map([...files, ...changes])),
  } as unknown as DraftSession
  const page = readTitlePage(files.get(TITLE_PAGE)) ?? {}
  const editing = editingOf({ session, files, page, label: LABEL, findings: NO_FINDINGS, language: 'en', go: () => {} })
  editing.set(['id'], 'moj.two')
  editing.set(['version'], '1.1.0')
  editing.replace((now) => ({ ...now, agency: 'moj' }))
  expect(JSON.parse(files.get(TITLE_PAGE) ?? '')).toEqual({ id: 'moj.two', version: '1.1.0', agency: 'moj' })
})
