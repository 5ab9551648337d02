// The key under which a request is sent. The same request sent again after an answer that never came has the same key,
// so that it is done once; after an answer the next one has a key of its own.
export class Once {
  private asked_ = "";
  private key_ = "";

  constructor(private readonly make: () => string = () => crypto.randomUUID()) {}

  keyFor(request: string): string {
    if (request !== this.asked_ || this.key_ === "") {
      this.asked_ = request;
      this.key_ = this.make();
    }
    return this.key_;
  }

  answered(): void {
    this.key_ = "";
  }
}
