/** Registers that were asked something the try has no answer to: somebody chooses what they say, and the steps are played with it. */
import { useState } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'
import { Button } from '../frame/button.tsx'
import type { TriedCall } from '../../engine/trial/moment.ts'
import { type NowProps, Waiting } from './waiting.tsx'
import { useRegisterNames } from './registers.tsx'
import { ReplyDialog } from './reply-dialog.tsx'
import { withReply } from './scenario.ts'
import { Told } from './knowledge.tsx'
import { TRIAL_WORDS } from './words.ts'

export function RegistersNow({ trial, tests }: NowProps) {
  const { say } = useLanguage()
  const nameOf = useRegisterNames()
  const [answering, setAnswering] = useState<TriedCall>()
  const open = unanswered(trial.tried?.moments.flatMap(({ calls }) => calls) ?? [])
  if (open.length === 0) return null
  return (
    <Waiting title={say(TRIAL_WORDS.registers)}>
      {open.map((call, index) => (
        <li key={index}>
          <p>{say(TRIAL_WORDS.asked, { service: nameOf(call.service) })}</p>
          <Told value={questionOf(call)} />
          <Button kind="primary" disabled={trial.running} onClick={() => setAnswering(call)}>
            {say(TRIAL_WORDS.giveReply)}
          </Button>
        </li>
      ))}
      {answering && (
        <ReplyDialog
          service={answering.service}
          question={questionOf(answering)}
          tests={tests}
          onClose={() => setAnswering(undefined)}
          onChoose={(reply) => {
            setAnswering(undefined)
            if (trial.scenario) void trial.open(withReply(trial.scenario, reply))
          }}
        />
      )}
    </Waiting>
  )
}

export function questionOf({ input }: TriedCall): TriedCall['input'] {
  const { service: _, ...question } = input
  return question
}

/** Each question once, however often it was tried again. */
function unanswered(calls: readonly TriedCall[]): readonly TriedCall[] {
  const keyOf = (call: TriedCall): string => JSON.stringify(call.input)
  return calls.filter(
    (call, index) => call.answered === undefined && calls.findIndex((other) => keyOf(other) === keyOf(call)) === index,
  )
}
