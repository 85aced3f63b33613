/** The last step: how the version is called, why, and that it is meant. */
import { useState } from 'preact/hooks'
import type { ViewProps } from '../app/views.ts'
import { Button } from '../frame/button.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { Notice } from '../frame/notice.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { Running } from './running.tsx'
import type { PublishingPlan } from './server.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface PutInForceProps {
  readonly plan: PublishingPlan
  /** What the check found: nothing of it may be put in force. */
  readonly errors: number
  readonly go: ViewProps['go']
  readonly disabled: boolean
  readonly onPublish: (version: string, remark: string) => void
}

export function PutInForce({ plan, errors, go, disabled, onPublish }: PutInForceProps) {
  const { say, language } = useLanguage()
  const [version, setVersion] = useState(plan.proposed)
  const [remark, setRemark] = useState('')
  const [isAsked, setAsked] = useState(false)
  const missing = plan.signatures.filter(({ signed }) => !signed).map(({ title }) => title[language])
  return (
    <div class="publish-last">
      <TextField label={say(WORDS.version)} dir="ltr" value={version} onChange={setVersion} />
      <TextField label={say(WORDS.remark)} value={remark} onChange={setRemark} lines={2} maxLength={2000} />
      {errors > 0 && (
        <Notice kind="bad">
          <p>{say(WORDS.toCorrect, { count: errors })}</p>
          <Button onClick={() => go('findings')}>{say(WORDS.toFindings)}</Button>
        </Notice>
      )}
      {missing.length > 0 && (
        <p class="publish-nobody" id="publish-missing">
          {say(WORDS.missing, { roles: missing.join(language === 'ar' ? '، ' : ', ') })}
        </p>
      )}
      <Button
        kind="primary"
        disabled={disabled || errors > 0 || plan.differences.length === 0 || missing.length > 0}
        onClick={() => setAsked(true)}
      >
        {say(WORDS.publish, { version })}
      </Button>
      {isAsked && (
        <Confirm
          title={say(WORDS.title)}
          action={say(WORDS.publish, { version })}
          onConfirm={() => {
            setAsked(false)
            onPublish(version, remark)
          }}
          onClose={() => setAsked(false)}
        >
          <p>{say(WORDS.publishAsk, { version })}</p>
          <Running running={plan.running} />
        </Confirm>
      )}
    </div>
  )
}
