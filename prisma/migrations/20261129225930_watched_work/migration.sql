-- CreateIndex
CREATE INDEX "Delivery_kind_sentAt_idx" ON "Delivery"("kind", "sentAt");
