/** Returns the id of a customer, whom Stripe gives as an id or as an object. */
export function customerIdOf(customer: string | { id: string }): string {
  return typeof customer === "string" ? customer : customer.id;
}
