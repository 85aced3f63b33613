/** Procedures of a shared package, for whoever writes a service that calls one: what each is called and where it can begin. */
import type { FastifyInstance } from 'fastify'
import { bilingual } from '../../core/bilingual.ts'
import { notFound, ProblemError } from '../../core/problem.ts'
import type { Program } from '../../core/program.ts'
import { choiceOf, startsIn } from '../../core/starts.ts'
import type { ApiContext } from '../api/context.ts'
import { params } from '../schema.ts'
import { atDesigner } from './audience.ts'

export function callableRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { id: string; version: string } }>(
    '/designer/api/shared/:id/:version/procedures',
    { config: { policy: atDesigner }, schema: { params: params('id', 'version') } },
    async ({ params: { id, version } }) => {
      const found = await engine.deps.definitions.package(id, version)
      if (found?.workflow.shared !== true)
        throw new ProblemError(
          notFound('package.not-found', `Expected a shared package ${id} ${version} to be deployed, but there is none`),
        )
      const able = [...found.programs.values()].filter((it) => startsIn(it, 0).length > 0)
      return { items: able.map(told) }
    },
  )
}

const told = (program: Program): object => ({
  id: program.processId,
  title: bilingual(program.name),
  starts: choiceOf(program).map((it) => ({ id: it.id, title: bilingual(it.name || it.id) })),
})
