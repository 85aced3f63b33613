/** What files the form of a task takes, for whoever may see the task. */
import type { FastifyRequest } from 'fastify'
import { fileLimits } from '../../../../forms/file-limits.ts'
import { compiledForm } from '../../../commands/services.ts'
import type { Engine } from '../../../engine.ts'
import { actorOfRequest, orThrow } from '../../api/context.ts'
import { paramOf, type LimitsAt } from './uploads.ts'

/** @param parameter of the address, the task's id */
export const limitsOfTask =
  (engine: Engine, parameter: string) =>
  async (request: FastifyRequest): Promise<LimitsAt | undefined> => {
    const { form } = orThrow(await engine.getTask(actorOfRequest(request), paramOf(request, parameter)))
    if (!form) return undefined
    const compiled = compiledForm(form)
    return (place) => fileLimits(compiled, place)
  }
