/** A notice in both languages, typed as it is sent, with its length as an SMS. */
import { useMemo, useRef, useState } from 'preact/hooks'
import { isJsonObject } from '../../engine/core/json.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import type { Language } from '../../engine/core/text.ts'
import { warningsOf, type Findings } from '../check/findings.ts'
import type { DraftSession } from '../draft/session.ts'
import { useLanguage } from '../language/language.tsx'
import { Faults } from './faults.tsx'
import { InlineEditor } from './inline-editor.tsx'
import { Place, type Held } from './place.ts'
import { NoticePreview, usePreview } from './preview.tsx'
import { SampleForm, type Own } from './sample-form.tsx'
import { sampleFor, withOwn } from './sample.ts'
import { Ask, askingOf } from './template-page.tsx'
import { variablesFor } from './variables.ts'
import { VariableMenu } from './variable-menu.tsx'
import { DOCUMENT_WORDS } from './words.ts'
import { wrongIn } from './wrong.ts'

interface NoticePageProps {
  readonly session: DraftSession
  readonly name: string
  readonly readonly: boolean
  readonly findings: Findings
}

export function NoticePage({ session, name, readonly, findings }: NoticePageProps) {
  const { language } = useLanguage()
  const order: readonly Language[] = language === 'ar' ? ['ar', 'en'] : ['en', 'ar']
  return (
    <div class="notice-sides">
      {order.map((of) => (
        <NoticeSide key={of} session={session} name={name} of={of} readonly={readonly} findings={findings} />
      ))}
    </div>
  )
}

function NoticeSide({ session, name, of, readonly, findings }: NoticePageProps & { readonly of: Language }) {
  const { say } = useLanguage()
  const file = `templates/${name}.${of}.txt.hbs`
  const source = session.files.get(file) ?? ''
  const [own, setOwn] = useState<Own>({})
  const [asking, setAsking] = useState<ReturnType<typeof askingOf>>()
  const held = useRef<Held | undefined>(undefined)
  const faults = useMemo(() => checkTemplate(file, source), [file, source])
  const warnings = warningsOf(findings, file)
  const variables = useMemo(() => variablesFor(session.files, name, source), [session.files, name, source])
  const guessed = useMemo(() => sampleFor(source), [source])
  const sample = withOwn(guessed, own)
  const previewed = usePreview(
    { draft: session.id, template: file, text: source, sample: isJsonObject(sample) ? sample : {}, language: of },
    faults.length === 0,
  )
  const place = {
    hold: (next: Held) => (held.current = next),
    isWrong: wrongIn(warnings),
    editChip: (chip: HTMLElement, changed: () => void) => setAsking(askingOf(chip, changed, say)),
  }
  const title = say(of === 'ar' ? DOCUMENT_WORDS.arabic : DOCUMENT_WORDS.english)
  return (
    <section class="notice-side" aria-label={title}>
      <h3>{title}</h3>
      <VariableMenu
        variables={variables}
        readonly={readonly}
        onChoose={(path) => held.current?.insert(`{{${path}}}`)}
        onOther={() => setAsking({ kind: 'value', inside: '', put: (text) => held.current?.insert(`{{${text}}}`) })}
      />
      <Faults faults={faults} warnings={warnings} of={of} />
      <Place.Provider value={place}>
        <InlineEditor
          label={`${say(DOCUMENT_WORDS.text)} · ${title}`}
          source={source}
          medium="text"
          dir={of === 'ar' ? 'rtl' : 'ltr'}
          lang={of}
          disabled={readonly}
          onChange={(text) => session.change(DOCUMENT_WORDS.changed, new Map([[file, text]]), file)}
          onDone={() => session.seal()}
        />
      </Place.Provider>
      <NoticePreview previewed={previewed} lang={of} />
      <SampleForm sample={guessed} own={own} onChange={setOwn} />
      {asking && <Ask asking={asking} variables={variables} onClose={() => setAsking(undefined)} />}
    </section>
  )
}
