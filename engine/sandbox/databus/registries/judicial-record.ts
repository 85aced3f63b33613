/** The judicial record: whether there are final judgments against a person. Made-up judgments; who is not listed is clear. */
import openapi from './check-person.openapi.json' with { type: 'json' }
import register from './judgments.json' with { type: 'json' }
import { isNationalId } from './national-id.ts'
import { asked, found, unprocessable, type Registry, type RegistryReply, type RegistryRequest } from './registry.ts'

export const judicialRecord: Registry = {
  provider: 'PS/GOV/MOJ/judicial-record',
  title: { ar: 'السجل العدلي', en: 'Judicial record' },
  memberName: 'Ministry of Justice',
  services: [
    {
      code: 'checkPerson',
      openapi,
      endpoints: [
        { method: 'GET', path: '/v1', answer: checkPerson },
        { method: 'POST', path: '/v1', answer: checkPerson },
      ],
    },
  ],
}

function checkPerson(request: RegistryRequest): RegistryReply {
  const nationalId = asked(request, 'nationalId')
  const byPassport = asked(request, 'passportNo') !== undefined && asked(request, 'nationality') !== undefined
  if (nationalId === undefined && !byPassport)
    return unprocessable('MISSING_KEY', 'Expected nationalId, or passportNo and nationality')
  if (nationalId !== undefined && !isNationalId(nationalId))
    return unprocessable('INVALID_NATIONAL_ID', 'Expected nine digits with a right check digit in nationalId')
  const record = register.records.find((it) => it.nationalId === nationalId)
  return found({
    result: record?.result ?? 'clear',
    entries: record?.entries ?? [],
    recordedName: record?.recordedName ?? null,
    recordedBirthYear: record?.recordedBirthYear ?? null,
    checkedAt: new Date(request.now).toISOString(),
  })
}
