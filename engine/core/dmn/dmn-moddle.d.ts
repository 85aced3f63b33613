/** The shapes in which dmn-moddle hands over a decision file; properties that are absent in the file are absent here. */
declare module 'dmn-moddle' {
  export interface Node {
    readonly $type: string
    /** Attributes of foreign namespaces, `xmlns` declarations included. */
    readonly $attrs?: Readonly<Record<string, string>>
    readonly id?: string
    readonly extensionElements?: { readonly values?: readonly Node[] }
  }
  export interface Named extends Node {
    readonly name?: string
    readonly description?: string
  }
  export interface Text extends Node {
    readonly text?: string
  }
  export interface Reference extends Node {
    readonly href?: string
  }
  export interface Variable extends Named {
    readonly typeRef?: string
  }

  interface ExpressionNode extends Node {
    readonly typeRef?: string
  }
  export interface UnaryTests extends ExpressionNode {
    readonly text?: string
    readonly expressionLanguage?: string
  }
  export interface LiteralExpression extends ExpressionNode {
    readonly $type: 'dmn:LiteralExpression'
    readonly text?: string
    readonly expressionLanguage?: string
    readonly importedValues?: Node
  }
  export interface DecisionTable extends ExpressionNode {
    readonly $type: 'dmn:DecisionTable'
    readonly input?: readonly InputClause[]
    readonly output?: readonly OutputClause[]
    readonly rule?: readonly DecisionRule[]
    /** Columns of remarks beside the rules. */
    readonly annotation?: readonly Named[]
    readonly hitPolicy?: string
    readonly aggregation?: string
    readonly preferredOrientation?: string
  }
  export interface InputClause extends Node {
    readonly label?: string
    readonly inputExpression?: LiteralExpression
    readonly inputValues?: UnaryTests
  }
  export interface OutputClause extends Named {
    readonly label?: string
    readonly typeRef?: string
    readonly outputValues?: UnaryTests
    readonly defaultOutputEntry?: LiteralExpression
  }
  export interface DecisionRule extends Node {
    readonly inputEntry?: readonly UnaryTests[]
    readonly outputEntry?: readonly LiteralExpression[]
    readonly annotationEntry?: readonly Text[]
  }
  export interface Context extends ExpressionNode {
    readonly $type: 'dmn:Context'
    readonly contextEntry?: readonly {
      readonly id?: string
      readonly variable?: Variable
      readonly value?: Expression
    }[]
  }
  export interface Invocation extends ExpressionNode {
    readonly $type: 'dmn:Invocation'
    readonly calledFunction?: Expression
    readonly binding?: readonly { readonly parameter?: Variable; readonly bindingFormula?: Expression }[]
  }
  export interface List extends ExpressionNode {
    readonly $type: 'dmn:List'
    readonly elements?: readonly Expression[]
  }
  export interface Relation extends ExpressionNode {
    readonly $type: 'dmn:Relation'
    readonly column?: readonly Variable[]
    readonly row?: readonly List[]
  }
  export interface FunctionDefinition extends ExpressionNode {
    readonly $type: 'dmn:FunctionDefinition'
    readonly formalParameter?: readonly Variable[]
    readonly body?: Expression
    readonly kind?: string
  }
  export type Expression =
    | LiteralExpression
    | DecisionTable
    | Context
    | Invocation
    | List
    | Relation
    | FunctionDefinition

  export interface KnowledgeRequirement extends Node {
    readonly requiredKnowledge?: Reference
  }
  export interface InformationRequirement extends Node {
    readonly requiredDecision?: Reference
    readonly requiredInput?: Reference
  }
  export interface Decision extends Named {
    readonly $type: 'dmn:Decision'
    readonly variable?: Variable
    readonly informationRequirement?: readonly InformationRequirement[]
    readonly knowledgeRequirement?: readonly KnowledgeRequirement[]
    readonly decisionLogic?: Expression
  }
  export interface InputData extends Named {
    readonly $type: 'dmn:InputData'
    readonly variable?: Variable
  }
  export interface BusinessKnowledgeModel extends Named {
    readonly $type: 'dmn:BusinessKnowledgeModel'
    readonly variable?: Variable
    readonly encapsulatedLogic?: FunctionDefinition
    readonly knowledgeRequirement?: readonly KnowledgeRequirement[]
  }
  export interface ItemDefinition extends Named {
    readonly typeRef?: string
    readonly typeLanguage?: string
    readonly allowedValues?: UnaryTests
    readonly itemComponent?: readonly ItemDefinition[]
    readonly functionItem?: Node
    readonly isCollection?: boolean
  }
  export interface Definitions extends Named {
    readonly namespace?: string
    readonly expressionLanguage?: string
    readonly typeLanguage?: string
    readonly import?: readonly Node[]
    readonly itemDefinition?: readonly ItemDefinition[]
    readonly drgElement?: readonly Named[]
  }

  export class DmnModdle {
    /** Every property the reader fills in passes through `set`, attributes and child elements alike. */
    readonly properties: { set(target: Node, name: string, value: unknown): void }
    constructor(packages?: undefined, options?: { readonly nsMap?: Record<string, string> })
    /** Rejects where the text is not a DMN file at all; everything it skips is a warning. */
    fromXML(xml: string): Promise<{ readonly rootElement: Definitions; readonly warnings: readonly Error[] }>
    toXML(root: Definitions, options: { readonly format: boolean }): Promise<{ readonly xml: string }>
    create(type: string, properties?: Readonly<Record<string, unknown>>): Node
  }
}
