/** Registers as people call them: by the title the bus's catalogue has, with the id beside it; by the id alone where the bus tells nothing. */
import { useEffect } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'
import { askBus, useCatalogue, type Offered } from '../procedure/templates/catalogue.ts'

/** What the bus offers; asked once more where it could not be asked before. */
export function useOffered(): Offered | undefined {
  useEffect(() => void askBus(), [])
  const now = useCatalogue(false)
  return now.kind === 'offered' ? now.offered : undefined
}

/** @returns the title of a service, in the reader's language, or its id */
export function useRegisterNames(): (service: string) => string {
  const { language } = useLanguage()
  const offered = useOffered()
  const titles = new Map((offered?.services ?? []).map(({ id, title }) => [id, title[language]]))
  return (service) => titles.get(service) ?? service
}

export function Register({ service }: { readonly service: string }) {
  const name = useRegisterNames()(service)
  if (name === service) return <code>{service}</code>
  return (
    <>
      <bdi>{name}</bdi> <code>{service}</code>
    </>
  )
}
