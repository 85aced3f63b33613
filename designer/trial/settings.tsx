/** The invented people of a try, and what registers answer in it: both can be changed at any time, and the steps are played again. */
import { useState } from 'preact/hooks'
import type { BusReply, Scenario } from '../../engine/core/trial/scenario.ts'
import { Button } from '../frame/button.tsx'
import { Checkbox } from '../frame/checkbox.tsx'
import { Select } from '../frame/select.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { Register, useRegisterNames } from './registers.tsx'
import { ReplyDialog } from './reply-dialog.tsx'
import type { KeptTest } from './samples.ts'
import { withoutPerson, withPayments, withPerson, withReplies } from './scenario.ts'
import type { Trial } from './use-trial.ts'
import { TRIAL_WORDS } from './words.ts'

interface SettingsProps {
  readonly trial: Trial
  readonly scenario: Scenario
  readonly tests: readonly KeptTest[]
}

export function Settings({ trial, scenario, tests }: SettingsProps) {
  const { say } = useLanguage()
  const payments = scenario.given?.payments ?? ['approve']
  return (
    <>
      <Replies trial={trial} scenario={scenario} tests={tests} />
      {payments.length === 1 && (payments[0] === 'wait' || payments[0] === 'approve') && (
        <Select
          label={say(TRIAL_WORDS.payer)}
          value={payments[0]}
          options={[
            { value: 'wait', label: say(TRIAL_WORDS.payEach) },
            { value: 'approve', label: say(TRIAL_WORDS.payAlways) },
          ]}
          onChange={(next) => void trial.open(withPayments(scenario, next === 'wait' ? 'wait' : 'approve'))}
        />
      )}
      <People trial={trial} scenario={scenario} />
    </>
  )
}

function Replies({ trial, scenario, tests }: SettingsProps) {
  const { say } = useLanguage()
  const nameOf = useRegisterNames()
  const [changing, setChanging] = useState<number>()
  const bus = scenario.given?.bus ?? []
  const chosen = changing === undefined ? undefined : bus[changing]
  const put = (next: readonly BusReply[]): void => void trial.open(withReplies(scenario, next))
  return (
    <div class="trial-waiting">
      <h3>{say(TRIAL_WORDS.chosenReplies)}</h3>
      {bus.length === 0 && <p class="hint">{say(TRIAL_WORDS.noReplies)}</p>}
      <ul class="trial-list">
        {bus.map((reply, index) => (
          <li key={index}>
            <span>
              <Register service={reply.service} /> · {say(TRIAL_WORDS[reply.fault ?? 'reply'])}
            </span>
            <div class="buttons">
              <Button
                kind="icon"
                icon="edit"
                label={say(TRIAL_WORDS.changeReply, { service: nameOf(reply.service) })}
                onClick={() => setChanging(index)}
              />
              <Button
                kind="icon"
                icon="remove"
                label={say(TRIAL_WORDS.removeReply, { service: nameOf(reply.service) })}
                onClick={() => put(bus.filter((_, at) => at !== index))}
              />
            </div>
          </li>
        ))}
      </ul>
      {chosen && (
        <ReplyDialog
          service={chosen.service}
          question={chosen.when ?? {}}
          tests={tests}
          chosen={chosen}
          onClose={() => setChanging(undefined)}
          onChoose={(reply) => {
            setChanging(undefined)
            put(bus.map((one, at) => (at === changing ? reply : one)))
          }}
        />
      )}
    </div>
  )
}

const USER = /^[a-z0-9][a-z0-9._-]{0,63}$/

function People({ trial, scenario }: Omit<SettingsProps, 'tests'>) {
  const { say, language } = useLanguage()
  const [name, setName] = useState('')
  const [groups, setGroups] = useState<readonly string[]>([])
  const [supervisor, setSupervisor] = useState(false)
  const roles = trial.tried?.beginning.roles ?? {}
  const isFit = USER.test(name)
  const add = (): void => {
    if (!isFit) return
    void trial.open(withPerson(scenario, name, { groups, ...(supervisor && { roles: ['clerk', 'supervisor'] }) }))
    setName('')
    setGroups([])
    setSupervisor(false)
  }
  return (
    <div class="trial-waiting">
      <h3>{say(TRIAL_WORDS.people)}</h3>
      <p class="hint">{say(TRIAL_WORDS.peopleHint)}</p>
      <ul class="trial-list">
        {Object.entries(scenario.people ?? {}).map(([one, person]) => (
          <li key={one}>
            <span>
              <code>{one}</code> · {person.groups.map((group) => roles[group]?.[language] ?? group).join('، ')}
            </span>
            <Button
              kind="icon"
              icon="remove"
              label={say(TRIAL_WORDS.removePerson, { name: one })}
              onClick={() => void trial.open(withoutPerson(scenario, one))}
            />
          </li>
        ))}
      </ul>
      <TextField
        label={say(TRIAL_WORDS.personName)}
        hint={say(TRIAL_WORDS.personNameHint)}
        value={name}
        dir="ltr"
        onChange={setName}
        {...(name !== '' && !isFit && { error: say(TRIAL_WORDS.badPersonName) })}
      />
      {Object.entries(roles).map(([group, title]) => (
        <Checkbox
          key={group}
          label={title[language]}
          checked={groups.includes(group)}
          onChange={(checked) => setGroups(checked ? [...groups, group] : groups.filter((it) => it !== group))}
        />
      ))}
      <Checkbox label={say(TRIAL_WORDS.isSupervisor)} checked={supervisor} onChange={setSupervisor} />
      <Button icon="add" disabled={!isFit} onClick={add}>
        {say(TRIAL_WORDS.addPerson)}
      </Button>
    </div>
  )
}
