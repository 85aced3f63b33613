/** The paper or notice as it would look with sample values, made anew a moment after each change. */
import { useEffect, useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Language } from '../../engine/core/text.ts'
import { Notice } from '../frame/notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { fetchFile, type Answer } from '../server/client.ts'
import { smsLength } from './sms.ts'
import { DOCUMENT_WORDS } from './words.ts'

interface PreviewOrder {
  readonly draft: string
  readonly template: string
  readonly text: string
  readonly sample: JsonObject
  readonly language: Language
}

export type Previewed =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'paper'; readonly url: string }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'failed'; readonly title: string; readonly detail: string }

const PAUSE = 700

/** What was shown stays until the next is there. */
export function usePreview(order: PreviewOrder, isSound: boolean): Previewed {
  const { say } = useLanguage()
  const [previewed, setPreviewed] = useState<Previewed>({ kind: 'waiting' })
  const body = JSON.stringify({
    template: order.template,
    text: order.text,
    sample: order.sample,
    language: order.language,
  })
  useEffect(() => {
    if (!isSound) return undefined
    const stop = new AbortController()
    const make = async (): Promise<void> => {
      const path = `/drafts/${encodeURIComponent(order.draft)}/documents/preview`
      const answer = await fetchFile(path, { method: 'POST', body: JSON.parse(body) as object, signal: stop.signal })
      const next = await told(answer, say(DOCUMENT_WORDS.unreachable))
      if (!stop.signal.aborted) setPreviewed(next)
    }
    const timer = setTimeout(() => void make(), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [order.draft, body, isSound])
  const url = previewed.kind === 'paper' ? previewed.url : undefined
  useEffect(() => () => void (url !== undefined && URL.revokeObjectURL(url)), [url])
  return previewed
}

async function told(answer: Answer<Blob>, unreachable: string): Promise<Previewed> {
  if (answer.kind === 'unreachable') return { kind: 'failed', title: unreachable, detail: '' }
  if (answer.kind === 'refused') return { kind: 'failed', title: answer.refusal.title, detail: answer.refusal.detail }
  if (answer.value.type.startsWith('application/pdf')) return { kind: 'paper', url: URL.createObjectURL(answer.value) }
  const { text } = JSON.parse(await answer.value.text()) as { readonly text: string }
  return { kind: 'notice', text }
}

export function PaperPreview({ previewed }: { readonly previewed: Previewed }) {
  const { say } = useLanguage()
  return (
    <div class="preview">
      <p class="hint">{say(DOCUMENT_WORDS.specimen)}</p>
      {previewed.kind === 'waiting' && <p role="status">{say(DOCUMENT_WORDS.previewing)}</p>}
      {previewed.kind === 'failed' && <Failed {...previewed} />}
      {previewed.kind === 'paper' && (
        <>
          <a href={previewed.url} target="_blank" rel="noopener">
            {say(DOCUMENT_WORDS.openPreview)}
          </a>
          <iframe class="paper" src={previewed.url} title={say(DOCUMENT_WORDS.preview)} />
        </>
      )}
    </div>
  )
}

export function NoticePreview({ previewed, lang }: { readonly previewed: Previewed; readonly lang: Language }) {
  const { say } = useLanguage()
  if (previewed.kind === 'failed') return <Failed {...previewed} />
  if (previewed.kind !== 'notice') return <p role="status">{say(DOCUMENT_WORDS.previewing)}</p>
  const { length, each, messages } = smsLength(previewed.text)
  return (
    <div class="sms" role="group" aria-label={say(DOCUMENT_WORDS.preview)}>
      <p class="sms-text" lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
        {previewed.text}
      </p>
      <p class="hint">{say(DOCUMENT_WORDS.sms, { length, each, messages })}</p>
    </div>
  )
}

function Failed({ title, detail }: { readonly title: string; readonly detail: string }) {
  const { say } = useLanguage()
  return (
    <Notice kind="warn">
      <p>
        {say(DOCUMENT_WORDS.previewFailed)} {title}
      </p>
      {detail !== '' && (
        <p class="code" lang="en" dir="ltr">
          {detail}
        </p>
      )}
    </Notice>
  )
}
