// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/auth/accountaccess.h"

#include <QWidget>

class QRadioButton;

namespace Batchdesk {

class TextField;

//! \brief The storage half of a profile: account and key, or a connection string that holds both.
class StorageFields final : public QWidget
{
    Q_OBJECT

public:
    explicit StorageFields(QWidget *parent = nullptr);

    //! \brief Shows what a profile has; its key is not shown.
    void setAccount(const QString &account, const QUrl &blobEndpoint);
    //! \brief Names the cloud in which the storage account usually answers.
    void setBatchEndpoint(const QUrl &endpoint);
    //! \brief What the empty key field says; empty: a key has to be entered.
    void setKept(const QString &placeholder);
    //! \brief Says what is wrong; true when nothing is.
    bool reveal();
    //! \brief What was entered; to be asked for when reveal() is true. The key may be empty.
    StorageAccess access() const;
    //! \brief Takes the keys off the screen, once they are kept.
    void forgetKeys();

Q_SIGNALS:
    void edited();

private:
    void addChoice();
    void choose();
    void deriveEndpoint();

    QRadioButton *m_byKey = nullptr;
    QRadioButton *m_byString = nullptr;
    TextField *m_account = nullptr;
    TextField *m_key = nullptr;
    TextField *m_endpoint = nullptr;
    TextField *m_string = nullptr;
    QUrl m_batchEndpoint;
    bool m_ownEndpoint = false; //!< Somebody typed the endpoint.
    bool m_kept = false;
};

} // namespace Batchdesk
