import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'

/** Letters of the requests that are kept parsed, which take some fifty times as many bytes. */
const LETTERS_KEPT = 500_000

/**
 * The requests of late, parsed and found valid. Apollo's own store counts a document without the tokens that it holds,
 * and grows to several times of what it says.
 */
export class DocumentStore {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: LETTERS_KEPT,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.source.body.length ?? 1),
  })

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.documents.get(key)
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document)
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key)
  }
}
