import type { FormEventHandler, ReactNode } from "react";
import { Alert } from "#components/ui/alert.tsx";

export interface AuthFormProps {
  title: string;
  text: ReactNode;
  /** What went wrong with the whole form. */
  message: ReactNode;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onInput?: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
}

/** What the forms before sign-in share: heading, error line, one column. */
export function AuthForm({ title, text, message, children, ...events }: AuthFormProps) {
  return (
    <form noValidate method="post" {...events} className="grid gap-5">
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{title}</h1>
        <p className="text-base text-subheading">{text}</p>
      </div>
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      {children}
    </form>
  );
}
