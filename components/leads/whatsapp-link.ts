/** The address of a chat on WhatsApp; null for what is no whole number with its country code. Source: faq.whatsapp.com, "click to chat". */
export function whatsAppLink(phone: string): string | null {
  return /^\+\d{7,15}$/.test(phone) ? `https://wa.me/${phone.slice(1)}` : null;
}
