/** When the office works: weekdays, hours, its own holidays; those of the country are announced by the operator. */
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { TextAt } from '../fields.tsx'
import { useEditing } from '../page-editing.tsx'
import { POLICY_WORDS } from '../words.ts'
import { Several } from './start.tsx'

/** As ISO 8601 numbers them, in the order of a week here. */
const DAYS = [7, 1, 2, 3, 4, 5, 6] as const

const NAMES = {
  7: { ar: 'الأحد', en: 'Sunday' },
  1: { ar: 'الاثنين', en: 'Monday' },
  2: { ar: 'الثلاثاء', en: 'Tuesday' },
  3: { ar: 'الأربعاء', en: 'Wednesday' },
  4: { ar: 'الخميس', en: 'Thursday' },
  5: { ar: 'الجمعة', en: 'Friday' },
  6: { ar: 'السبت', en: 'Saturday' },
} as const

export function CalendarSection() {
  const { say } = useLanguage()
  const { text } = useEditing()
  return (
    <>
      <div class="row">
        <TextAt path={['calendar', 'timeZone']} label={POLICY_WORDS.timeZone} dir="ltr" optional />
        <TextAt
          path={['calendar', 'closes']}
          label={POLICY_WORDS.closes}
          hint={POLICY_WORDS.closesHint}
          dir="ltr"
          optional
        />
      </div>
      <Several
        path={['calendar', 'workingDays']}
        label={POLICY_WORDS.workingDays}
        values={DAYS}
        names={NAMES}
        absent={[7, 1, 2, 3, 4]}
      />
      <h3>{say(POLICY_WORDS.holidays)}</h3>
      <Entries
        path={['calendar', 'holidays']}
        one={POLICY_WORDS.holiday}
        fresh={() => `${String(new Date().getFullYear() + 1)}-01-01`}
        nameOf={(index) => text(['calendar', 'holidays', index])}
      >
        {(index) => <DateAt index={index} />}
      </Entries>
    </>
  )
}

function DateAt({ index }: { readonly index: number }) {
  return <TextAt path={['calendar', 'holidays', index]} label={POLICY_WORDS.holiday} hint={LIKE} dir="ltr" />
}

const LIKE = { ar: 'سنة-شهر-يوم، مثل 2027-01-01', en: 'Year-month-day, like 2027-01-01' }
