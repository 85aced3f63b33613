/** Hold one application, a service or a whole agency, or let it go on. */
import { isProblem } from '../../engine/core/problem.ts'
import type { CliCommand } from '../command.ts'
import { steering } from './steering.ts'

export const holding = (step: 'suspend' | 'resume'): CliCommand =>
  steering(step, async (api, whole, reason, { say }) => {
    const place = step === 'suspend' ? '/api/suspensions' : '/api/suspensions/lift'
    const done = await api.send('POST', place, { ...whole, reason })
    if (isProblem(done)) return done
    return { json: done, lines: [say(`${step}.service`, { name: whole.packageId ?? whole.agency ?? '' })] }
  })
