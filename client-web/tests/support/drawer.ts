// A browser's storage, for a test.
export class Drawer implements Storage {
  private readonly kept_ = new Map<string, string>();
  get length(): number {
    return this.kept_.size;
  }
  key = (index: number) => [...this.kept_.keys()][index] ?? null;
  getItem = (key: string) => this.kept_.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept_.set(key, value);
  removeItem = (key: string) => void this.kept_.delete(key);
  clear = () => this.kept_.clear();
}
