/** What `tree-leaves.ts` uses of the library, which has no types of its own. */
export interface TreeNode {
  readonly splitColumn: number;
  /** Rows below it go left. */
  readonly splitValue: number;
  /** Both or none: a leaf. */
  readonly left?: TreeNode;
  readonly right?: TreeNode;
}

export class DecisionTreeClassifier {
  readonly root: TreeNode;
  constructor(options: { readonly maxDepth: number; readonly minNumSamples: number; readonly gainThreshold: number });
  train(rows: readonly (readonly number[])[], labels: readonly number[]): void;
}
