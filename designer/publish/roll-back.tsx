/** Going back to an earlier version: what that would change against the one in force, and for whom, before it is done. */
import { useEffect, useState } from 'preact/hooks'
import { Confirm } from '../frame/confirm.tsx'
import { Notice } from '../frame/notice.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { ComparedDrawings } from './compared-drawings.tsx'
import { Differences } from './differences.tsx'
import { FaultNotice } from './fault-notice.tsx'
import { Running } from './running.tsx'
import { PUBLISHING, type RollBackPlan } from './server.ts'
import { faultOf, type Fault } from './use-plan.ts'
import { PUBLISH_WORDS as WORDS } from './words.ts'

interface RollBackProps {
  readonly packageId: string
  readonly to: string
  readonly onConfirm: (from: string, remark: string) => void
  readonly onClose: () => void
}

export function RollBack({ packageId, to, onConfirm, onClose }: RollBackProps) {
  const { say } = useLanguage()
  const [plan, setPlan] = useState<RollBackPlan>()
  const [fault, setFault] = useState<Fault>()
  const [remark, setRemark] = useState('')
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const answer = await PUBLISHING.rollBackPlan(packageId, to)
      if (gone) return
      setFault(faultOf(answer))
      if (answer.kind === 'ok') setPlan(answer.value)
    }
    void read()
    return () => {
      gone = true
    }
  }, [packageId, to])
  return (
    <Confirm
      title={say(WORDS.back, { version: to })}
      action={say(WORDS.back, { version: to })}
      danger
      wide
      disabled={plan === undefined}
      onConfirm={() => plan && onConfirm(plan.from, remark)}
      onClose={onClose}
    >
      {fault && <FaultNotice fault={fault} />}
      {plan === undefined ? (
        !fault && <p role="status">{say(WORDS.backLoading)}</p>
      ) : (
        <div class="publish">
          <p>{say(WORDS.backAsk, { version: to, next: plan.proposed })}</p>
          <h3>{say(WORDS.backChanges, { version: plan.from })}</h3>
          {plan.differences.length === 0 ? (
            <Notice kind="plain">{say(WORDS.none)}</Notice>
          ) : (
            <Differences differences={plan.differences} />
          )}
          <h3>{say(WORDS.running)}</h3>
          <Running running={plan.running} />
          <ComparedDrawings drawings={plan.drawings} differences={plan.differences} />
          <TextField label={say(WORDS.remark)} value={remark} onChange={setRemark} lines={2} maxLength={2000} />
        </div>
      )}
    </Confirm>
  )
}
