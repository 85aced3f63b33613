/** What somebody reads whose answer is wrong: the usual sentence of each fault that can be, or the form's own in both languages. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Text } from '../../../engine/core/text.ts'
import { WORDS as FORM_WORDS } from '../../../forms/texts/texts.ts'
import { BothLanguagesField } from '../../frame/both-languages-field.tsx'
import { Button } from '../../frame/button.tsx'
import { useLanguage } from '../../language/language.tsx'
import { COMMANDS } from '../model/commands/commands.ts'
import { faultCodesAt, type FaultCode } from '../model/fault-codes.ts'
import { textsOf } from '../model/form-file.ts'
import { labelOf } from '../tree.ts'
import { INSPECTOR_WORDS as WORDS } from './words.ts'
import type { PanelProps } from './panel.ts'

export function MessagesPanel({ building, place, session }: PanelProps) {
  const { say } = useLanguage()
  const { form, run } = building
  const own = textsOf(form)[place]?.errors ?? {}
  const list = useRef<HTMLUListElement>(null)
  const turned = useRef<string>()
  const turn = (code: string): void => {
    turned.current = code
  }
  // The button that was pressed is gone: what took its place has the focus, as soon as it stands there.
  useLayoutEffect(() => {
    const row = [...(list.current?.children ?? [])].find((it) => it.getAttribute('data-code') === turned.current)
    turned.current = undefined
    row?.querySelector<HTMLElement>('input, button')?.focus()
  }, [form])
  const label = labelOf(form, place)
  return (
    <>
      <p class="hint">{say(WORDS.ownMessages)}</p>
      <ul class="fb-messages" ref={list}>
        {faultCodesAt(form, place).map((fault) => {
          const { code } = fault
          const written = own[code]
          const usual = usualSentence(fault, label)
          const set = (text: Text | undefined, merge?: string): boolean =>
            run(COMMANDS.setText, { place, part: { error: code }, ...(text && { text }) }, merge)
          return (
            <li key={code} data-code={code}>
              {written === undefined ? (
                <>
                  <p>{say(usual)}</p>
                  <Button icon="edit" onClick={() => set(usual) && turn(code)}>
                    {say(WORDS.writeOwn)}
                    <span class="hidden-label">: {say(usual)}</span>
                  </Button>
                </>
              ) : (
                <>
                  <BothLanguagesField
                    label={say(WORDS.usual, { sentence: say(usual) })}
                    value={written}
                    onDone={() => session.seal()}
                    onChange={(text) => set(text, `error ${code} ${place}`)}
                  />
                  <Button icon="undo" onClick={() => set(undefined) && turn(code)}>
                    {say(WORDS.backToUsual)}
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function usualSentence({ code, params }: FaultCode, label: Text): Text {
  const sentence = (language: 'ar' | 'en'): string => {
    const { errors } = FORM_WORDS[language]
    return (errors[code] ?? errors['const'])?.(label[language], params) ?? code
  }
  return { ar: sentence('ar'), en: sentence('en') }
}
