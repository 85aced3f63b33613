/** The calendar deadlines are counted by: days announced as not worked, and withdrawn. */
import type { FastifyInstance } from 'fastify'
import type { HolidayPlan, HolidayPreview } from '../../commands/holiday-preview.ts'
import type { Announcement } from '../../commands/holidays.ts'
import type { Holiday } from '../../core/holiday.ts'
import { roles, signedIn } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, idParam, line, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const date = { type: 'string', format: 'date', description: 'A day of the calendar, "2026-11-15"' }

const announcement = strict(
  {
    agency: text(40),
    everyAgency: { type: 'boolean' },
    governorate: text(40),
    closes: { ...text(5), description: 'The office works but closes at this time, "12:00"; absent: it does not work' },
    title: strict({ ar: line(200), en: line(200) }, ['ar', 'en']),
    first: date,
    last: { ...date, description: 'Included; absent: one day' },
  },
  ['title', 'first'],
)
const reason = text(2_000)

export function holidayRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(
    '/api/holidays',
    {
      config: { policy: signedIn },
      schema: about('holidays', 'Days announced for every agency and for mine, withdrawn ones too, oldest first'),
    },
    async (request) => ({ items: (await engine.listHolidays(actorOfRequest(request))).map(shown) }),
  )

  app.post<{ Body: HolidayPlan }>(
    '/api/holidays/preview',
    {
      config: { policy: roles('operator', 'supervisor') },
      schema: {
        ...about('holidays', 'Which deadlines would move if days were announced, withdrawn, or one for the other'),
        body: { ...strict({ announce: announcement, withdraw: text(200) }), minProperties: 1 },
        response: gives('HolidayPreview'),
      },
    },
    async (request) => previewed(orThrow(await engine.previewHoliday(actorOfRequest(request), request.body))),
  )

  app.post<{ Body: Announcement }>(
    '/api/holidays',
    {
      config: { policy: roles('operator', 'supervisor') },
      schema: {
        ...about(
          'holidays',
          'Announce days on which my agency does not work, past ones too: deadlines that run are counted anew',
        ),
        body: announcement,
        response: gives('Holiday', 201),
      },
    },
    async (request, reply) =>
      reply.code(201).send(shown(orThrow(await engine.announceHoliday(actorOfRequest(request), request.body)))),
  )

  app.post<{ Params: { id: string }; Body: { readonly announcement: Announcement; readonly reason: string } }>(
    '/api/holidays/:id/change',
    {
      config: { policy: roles('operator', 'supervisor') },
      schema: {
        ...about('holidays', 'Announce other days in the place of these: deadlines that run are counted anew once'),
        params: idParam,
        body: strict({ announcement, reason }, ['announcement', 'reason']),
        response: gives('Holiday', 201),
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const changed = await engine.changeHoliday(actorOfRequest(request), { id, ...request.body })
      return reply.code(201).send(shown(orThrow(changed)))
    },
  )

  app.post<{ Params: { id: string }; Body: { readonly reason: string } }>(
    '/api/holidays/:id/withdraw',
    {
      config: { policy: roles('operator', 'supervisor') },
      schema: {
        ...about('holidays', 'Withdraw an announcement: its days count again, and deadlines that run are counted anew'),
        params: idParam,
        body: strict({ reason }, ['reason']),
        response: gives('Holiday'),
      },
    },
    async (request) =>
      shown(orThrow(await engine.withdrawHoliday(actorOfRequest(request), request.params.id, request.body.reason))),
  )
}

const moment = (at: number): string => new Date(at).toISOString()

const shown = ({ announced, withdrawn, ...holiday }: Holiday): object => ({
  ...holiday,
  announced: { ...announced, at: moment(announced.at) },
  ...(withdrawn && { withdrawn: { ...withdrawn, at: moment(withdrawn.at) } }),
})

const previewed = ({ examples, ...preview }: HolidayPreview): object => ({
  ...preview,
  examples: examples.map(({ before, due, ...one }) => ({ ...one, before: moment(before), due: moment(due) })),
})
