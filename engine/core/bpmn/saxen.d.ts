/** The slice of saxen that the pre-scan of hostile XML uses. */
declare module 'saxen' {
  type Decode = (text: string) => string
  type Position = () => { readonly line: number; readonly column: number }

  export class Parser {
    /** Attributes as written, undecoded; false where they cannot be read. */
    on(
      event: 'openTag',
      listener: (
        name: string,
        attributes: () => Readonly<Record<string, string>> | false,
        decode: Decode,
        selfClosing: boolean,
        position: Position,
      ) => void,
    ): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (text: string, decode: Decode, position: Position) => void): this
    on(event: 'attention', listener: (text: string, decode: Decode, position: Position) => void): this
    on(event: 'question', listener: (text: string, position: Position) => void): this
    on(event: 'error' | 'warn', listener: (error: Error, position: Position) => void): this
    parse(xml: string): void
  }
}
