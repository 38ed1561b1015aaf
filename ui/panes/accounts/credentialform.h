// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/credentials.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace Batchdesk {

class Notice;
class TextField;

//! \brief A form in the page by which a key or token comes to be here: how long it is kept, what
//! the keychain says, and the way out when it does not want. Hidden until open().
class CredentialForm : public QFrame
{
    Q_OBJECT

public:
    using Keep = Git::Credentials::Keep;

    //! \brief Shows it, empty; nothing happens to one that is open.
    void open();
    //! \brief Hides it and takes what was typed off the screen. What is under way is undone.
    void close();

Q_SIGNALS:
    //! \brief It is kept, and the form is closed.
    void kept(const Git::Credential &credential);

protected:
    //! \param prefix begins the object names. \param verb text of the button that does it.
    CredentialForm(Git::Credentials *credentials, const QString &prefix, const QString &verb,
                   QWidget *parent);

    //! \brief Takes what was typed off the screen.
    virtual void clear() = 0;
    //! \brief Says beside each field what is wrong with it; true when nothing is.
    virtual bool reveal() = 0;
    //! \brief Begins, and gives the outcome to finish() with that number.
    virtual void start(Keep keep, int number) = 0;
    //! \brief Says what is wrong beside a field, where it belongs there.
    virtual bool explain(const Error &error);
    //! \brief What has the focus first.
    virtual QWidget *firstEditor() const = 0;

    void finish(int number, const Outcome<Git::Credential> &outcome);
    //! \brief The field for its name, as the first.
    TextField *addNameField(const QString &hint);
    void addField(TextField *field);
    void setTitle(const QString &title);
    //! \brief What to say while the keychain is waited for.
    void setWaitingText(const QString &text) { m_waitingText = text; }
    QVBoxLayout *fields() const { return m_fields; }
    Git::Credentials *credentials() const { return m_credentials; }

private:
    void addKeepChoice();
    void addButtons(const QString &verb);
    Keep chosenKeep() const;
    void begin(Keep keep);
    void showWaiting(int number);
    void offerSession();

    Git::Credentials *m_credentials = nullptr;
    QString m_prefix;
    QString m_waitingText;
    QLabel *m_title = nullptr;
    QVBoxLayout *m_fields = nullptr;
    QRadioButton *m_inKeychain = nullptr;
    QRadioButton *m_thisSession = nullptr;
    QPushButton *m_do = nullptr;
    Notice *m_notice = nullptr;
    int m_attempt = 0;      //!< Number of the latest attempt.
    QSet<int> m_abandoned;  //!< Attempts whose fruit is not wanted any more.
    bool m_waiting = false; //!< For the latest attempt.
};

} // namespace Batchdesk
